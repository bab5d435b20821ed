package org.hathor.box.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hathor.box.Accounts;
import org.hathor.box.Accounts.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Users and their API tokens. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Users and their API tokens.",
        subcommands = {UserCommand.Create.class, UserCommand.Token.class})
public final class UserCommand {
    /** Creates a user with a first token. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Create a user and print a personal API token. It is shown once and stored hashed.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private DataOption data;

        @Parameters(paramLabel = "NAME", description = "The user's name; it is the user's id as well.")
        private String name;

        @Option(
                names = "--scope",
                defaultValue = "self",
                description = "self: for this user's own events. ingest: a trusted source.")
        private String scope;

        @Option(names = "--json", description = "For scripts.")
        private boolean json;

        @Override
        public Integer call() throws JsonProcessingException {
            print(Accounts.of(data.runningBox()).create(name, scope), json);
            return 0;
        }
    }

    /** Gives a user one more token. */
    @Command(name = "token", mixinStandardHelpOptions = true, description = "Give an existing user one more API token.")
    static final class Token implements Callable<Integer> {
        @Mixin
        private DataOption data;

        @Parameters(paramLabel = "NAME", description = "The user's name.")
        private String name;

        @Option(names = "--scope", defaultValue = "self", description = "self or ingest.")
        private String scope;

        @Option(names = "--json", description = "For scripts.")
        private boolean json;

        @Override
        public Integer call() throws JsonProcessingException {
            print(Accounts.of(data.runningBox()).token(name, scope), json);
            return 0;
        }
    }

    private static void print(Account account, boolean json) throws JsonProcessingException {
        if (json) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("userId", account.userId());
            fields.put("name", account.name());
            fields.put("scope", account.scope());
            fields.put("token", account.token());
            System.out.println(new ObjectMapper().writeValueAsString(fields));
            return;
        }
        System.out.printf("user   %s (id %s)%n", account.name(), account.userId());
        System.out.printf("scope  %s%n", account.scope());
        System.out.printf("token  %s%n", account.token());
        System.out.println(
                "       Keep it: it is shown only now. Send it as 'Authorization: Bearer …' or, for scrobblers, 'Token …'.");
    }
}
