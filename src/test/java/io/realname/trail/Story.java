package io.realname.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Walk;
import java.util.UUID;

/**
 * Somebody who was verified at one site, was told so at another one, and associated the two.
 *
 * @param owner with the account at the first site
 */
record Story(Applicant owner, UUID verified, UUID occupied, UUID associated) {

    static Story of(Walk walk, Applicant owner, String ownMobile) {
        Door door = Entrance.TYPED.of(walk.mall());
        String verified = walk.verified(door, owner);
        walk.account(owner.account(), "JD_MALL", ownMobile);
        Applicant other = walk.known(owner.withAccount(owner.account() + "_cloud"), "JD_CLOUD");
        String occupied = walk.started(door, other);
        assertThat(walk.settled(occupied).at("/outcome/code")).isEqualTo("IDENTITY_OCCUPIED");
        ObjectNode association = new ObjectMapper()
                .createObjectNode()
                .put("account", other.account())
                .put("verifiedAccount", owner.account())
                .put("follows", occupied);
        Door associations = door.forAssociations();
        Reply started = associations.start(association);
        String associated = associations.idOf(started);
        assertThat(walk.ended("associations", associated, "en").at("/action/type"))
                .isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(associations.submitCode(associated, walk.code(ownMobile)).status())
                .isIn(200, 204);
        assertThat(walk.ended("associations", associated, "en").at("/outcome/code"))
                .isEqualTo("VERIFIED");
        return new Story(owner, UUID.fromString(verified), UUID.fromString(occupied), UUID.fromString(associated));
    }
}
