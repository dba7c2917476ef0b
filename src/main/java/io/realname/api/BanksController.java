package io.realname.api;

import io.realname.bankcard.SupportedBanks;
import io.realname.bankcard.SupportedBanks.SupportedBank;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the banks whose cards are accepted; needs no authentication. */
@RestController
@Tag(name = "Banks", description = "Whose cards are accepted")
class BanksController {

    private final SupportedBanks banks;

    BanksController(SupportedBanks banks) {
        this.banks = banks;
    }

    @GetMapping(path = "/api/v1/banks", produces = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(operationId = "listBanks", summary = "List the supported banks")
    List<SupportedBank> banks() {
        return banks.all();
    }
}
