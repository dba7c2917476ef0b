package io.realname.process.savings;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.newuser.process.NewUserVerification;
import io.realname.process.ProcessTest;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start may take the version of a second ago. A deployment is completed with what is in force now. */
@ProcessTest
class KnownProcessesTest {

    private static final String DEPLOYED_ELSEWHERE = "deployed-by-another-node";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from act_re_procdef where id_ = ?")
                .param(DEPLOYED_ELSEWHERE)
                .update();
    }

    @Test
    void whoDeploysIsToldWhatAnotherNodeHasDeployed() {
        assertThat(latest(manager -> manager.findLatestDefinitionByKey(NewUserVerification.KEY)))
                .isNotEqualTo(DEPLOYED_ELSEWHERE);
        jdbc.sql("""
                        insert into act_re_procdef select (jsonb_populate_record(p, jsonb_build_object(
                            'id_', ?::text, 'version_', p.version_ + 1))).*
                        from act_re_procdef p where key_ = ? order by version_ desc limit 1
                        """).params(DEPLOYED_ELSEWHERE, NewUserVerification.KEY).update();

        assertThat(latest(manager -> manager.findLatestProcessDefinitionByKey(NewUserVerification.KEY)))
                .isEqualTo(DEPLOYED_ELSEWHERE);
    }

    private String latest(Function<ProcessDefinitionManager, ProcessDefinitionEntity> look) {
        return engine.getCommandExecutorTxRequired()
                .execute(context ->
                        look.apply(context.getProcessDefinitionManager()).getId());
    }
}
