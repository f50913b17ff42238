using System.CommandLine;
using Sluice.Platform.Connections;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Connecting;

/// <summary>
/// <c>connect</c>: has a connection sign in to a git host, and makes the connection if there is none of that name. No secret is ever on the command line, where others of the machine could read it.
/// </summary>
internal static class ConnectCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var name = new Argument<string>("NAME") { Description = "The connection's name" };
        var provider = new Option<string>("--provider") { Description = string.Join(", ", Enum.GetNames<GitProvider>()), HelpName = "PROVIDER", Required = true };
        provider.AcceptOnlyFromAmong(Enum.GetNames<GitProvider>());
        var host = Text("--host", "the host's URL, of a GitHubEnterpriseServer or a GitLabSelfManaged", "URL");
        var user = Text("--user", "the user name that belongs to the token, where the host wants one", "NAME");
        var tokenFile = Text("--token-file", "a file with a token or app password", "FILE");
        var tokenInput = new Option<bool>("--token-stdin") { Description = "read the token from standard input" };
        var app = Text("--app-id", "a GitHub App's id", "ID");
        var installation = Text("--installation-id", "the id of the app's installation", "ID");
        var key = Text("--key-file", "the app's private key", "FILE");
        var ssh = Text("--ssh-key-file", "a private SSH key without a passphrase", "FILE");
        var known = Text("--known-hosts-file", "the host's own keys, as known_hosts has them; those of github.com, gitlab.com and bitbucket.org are known", "FILE");
        var webhooks = new Option<string[]>("--webhook") { Description = "have the host deliver what happens in this repository, so that pipelines need not wait for the next poll; may be given again", HelpName = "OWNER/REPO" };
        var secretOfWebhooks = new Option<bool>("--webhook-secret") { Description = "make a new secret for deliveries and print it with the address, for who enters both at the host" };
        var endpoint = Text("--endpoint", "where CodeConnections is served: what serve prints, or the stack's CodeConnectionsUrl (default: AWS_ENDPOINT_URL_CODECONNECTIONS, AWS_ENDPOINT_URL)", "URL");
        var data = CommonOptions.Data();
        var command = new Command("connect", "Have a connection sign in to a git host, for private repositories") { name, provider, host, user, tokenFile, tokenInput, app, installation, key, ssh, known, webhooks, secretOfWebhooks, endpoint, data };
        command.SetAction(async (parsed, stop) =>
        {
            var options = new ConnectOptions(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(provider), parsed.GetValue(host), parsed.GetValue(user), parsed.GetValue(tokenFile), parsed.GetValue(tokenInput), parsed.GetValue(app),
                parsed.GetValue(installation), parsed.GetValue(key), parsed.GetValue(ssh), parsed.GetValue(known)) { Webhooks = parsed.GetValue(webhooks) ?? [], NewWebhookSecret = parsed.GetValue(secretOfWebhooks) };
            var secret = await ConnectSecret.ReadAsync(options, Console.In, stop);
            using var http = new HttpClient();
            return await RunAsync(options, secret, ConnectionCalls.Of(environment, parsed.GetValue(endpoint), parsed.GetRequiredValue(data), http), Console.Out, stop);
        });
        return command;
    }

    /// <exception cref="UsageException">The service refuses it, or cannot be asked.</exception>
    public static async Task<int> RunAsync(ConnectOptions options, System.Text.Json.Nodes.JsonObject? secret, ConnectionCalls calls, TextWriter output, CancellationToken stop)
    {
        try
        {
            var arn = await calls.ConnectionAsync(options, stop);
            if (secret is not null)
            {
                await output.WriteLineAsync($"{options.Name} is {await calls.PutAsync(arn, secret, stop)}: {arn}");
            }

            await DeliverAsync(options, arn, calls, output, stop);
            return ExitCodes.Succeeded;
        }
        catch (AwsErrorException e)
        {
            throw new UsageException($"{e.Code}: {e.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            throw new UsageException($"CodeConnections cannot be asked: {e.Message}");
        }
    }

    private static async Task DeliverAsync(ConnectOptions options, string arn, ConnectionCalls calls, TextWriter output, CancellationToken stop)
    {
        if (options.NewWebhookSecret)
        {
            var (url, secret) = await calls.NewWebhookSecretAsync(arn, stop);
            await output.WriteLineAsync($"Deliveries go to {url}\nThe secret, which is told this once: {secret}");
        }

        foreach (var repository in options.Webhooks)
        {
            await output.WriteLineAsync($"What happens in {repository} is delivered to {await calls.RegisterWebhookAsync(arn, repository, stop)}");
        }
    }

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
