using System.Text.Json.Nodes;
using Sluice.Local.Commands;
using Sluice.Local.Commands.Connecting;

namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codeconnections</c>, its older name, and <c>sluice connect</c>.</summary>
public sealed class AwsConnectionTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private readonly AwsCli _aws = new(suite.Endpoint, suite.Credentials);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("codeconnections")]
    [InlineData("codestar-connections")]
    public async Task Connections_and_hosts_are_made_listed_tagged_and_deleted_under_both_names(string service)
    {
        var prefix = $"arn:aws:{service}:us-east-1:123456789012:";
        var host = Text(await RunAsync(service, "create-host", "--cli-input-json", """{"Name":"git","ProviderType":"GitLabSelfManaged","ProviderEndpoint":"https://git.example.com"}"""), "HostArn");
        host.ShouldStartWith($"{prefix}host/git-");
        Text(await RunAsync(service, "get-host", "--host-arn", host), "Status").ShouldBe("AVAILABLE");
        await RunAsync(service, "update-host", "--cli-input-json", $$"""{"HostArn":"{{host}}","ProviderEndpoint":"https://git2.example.com"}""");
        (await RunAsync(service, "list-hosts"))["Hosts"]!.AsArray().ShouldContain(one => Text(one!, "HostArn") == host && Text(one!, "ProviderEndpoint") == "https://git2.example.com");

        var arn = Text(await RunAsync(service, "create-connection", "--connection-name", "ours", "--host-arn", host, "--tags", "Key=team,Value=web"), "ConnectionArn");
        arn.ShouldStartWith($"{prefix}connection/");
        var connection = (await RunAsync(service, "get-connection", "--connection-arn", arn))["Connection"]!;
        (Text(connection, "ConnectionStatus"), Text(connection, "ProviderType"), Text(connection, "HostArn"), Text(connection, "OwnerAccountId")).ShouldBe(("PENDING", "GitLabSelfManaged", host, "123456789012"));
        (await RunAsync(service, "list-connections", "--host-arn-filter", host))["Connections"]!.AsArray().Count.ShouldBe(1);
        (await RunAsync(service, "list-connections", "--provider-type-filter", "GitHub"))["Connections"]!.AsArray().ShouldNotContain(one => Text(one!, "ConnectionArn") == arn);
        await RunAsync(service, "tag-resource", "--resource-arn", arn, "--tags", "Key=stage,Value=test");
        await RunAsync(service, "untag-resource", "--resource-arn", arn, "--tag-keys", "team");
        (await RunAsync(service, "list-tags-for-resource", "--resource-arn", arn))["Tags"]!.ToJsonString().ShouldBe("""[{"Key":"stage","Value":"test"}]""");

        (await _aws.RefusalAsync(service, "delete-host", "--host-arn", host)).ShouldContain("(ResourceUnavailableException)");
        await RunAsync(service, "delete-connection", "--connection-arn", arn);
        await RunAsync(service, "delete-host", "--host-arn", host);
        (await _aws.RefusalAsync(service, "get-connection", "--connection-arn", arn)).ShouldContain("(ResourceNotFoundException)");
        (await _aws.RefusalAsync(service, "get-host", "--host-arn", host)).ShouldContain("(ResourceNotFoundException)");
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_is_not_built_is_told_by_name()
    {
        (await _aws.RefusalAsync("codeconnections", "create-connection", "--connection-name", "x")).ShouldContain("(ValidationException)");
        (await _aws.RefusalAsync("codeconnections", "create-connection", "--connection-name", "x", "--provider-type", "GitHubEnterpriseServer")).ShouldContain("expected the host that says where");
        (await _aws.RefusalAsync("codeconnections", "create-host", "--name", "x", "--provider-type", "GitHub", "--provider-endpoint", "ftp://x")).ShouldContain("has no hosts");
        (await _aws.RefusalAsync("codeconnections", "list-repository-links")).ShouldContain("codeconnections:ListRepositoryLinks is not built yet");
    }

    [Fact]
    public async Task Connect_makes_a_connection_once_and_brings_what_it_signs_in_with()
    {
        var token = Write("token", "t0p-s3cret\n");
        (await ConnectAsync(Options("hub") with { TokenFile = token })).ShouldStartWith("hub is AVAILABLE: arn:aws:codeconnections:us-east-1:123456789012:connection/");
        (await ConnectAsync(Options("hub") with { TokenFile = token })).ShouldStartWith("hub is AVAILABLE");
        var connections = (await RunAsync("codeconnections", "list-connections"))["Connections"]!.AsArray().Where(one => Text(one!, "ConnectionName") == "hub").ToList();
        connections.ShouldHaveSingleItem();
        Text(connections[0]!, "ConnectionStatus").ShouldBe("AVAILABLE");
        (await RunAsync("codeconnections", "get-connection", "--connection-arn", Text(connections[0]!, "ConnectionArn"))).ToJsonString().ShouldNotContain("s3cret");
        await Task.WhenAll(Directory.EnumerateFiles(Path.Combine(suite.Folder, "data"), "table.db*").Select(async file => (await ReadAsync(file)).ShouldNotContain("t0p-s3cret")));

        using var key = System.Security.Cryptography.RSA.Create(2048);
        (await ConnectAsync(Options("app") with { AppId = "12", InstallationId = "34", KeyFile = Write("app.pem", key.ExportPkcs8PrivateKeyPem()) })).ShouldStartWith("app is AVAILABLE");
        (await ConnectAsync(Options("own") with { Provider = "GitLabSelfManaged", Host = "https://git.example.org", TokenFile = token })).ShouldStartWith("own is AVAILABLE");
    }

    [Fact]
    public async Task Connect_says_all_that_is_wrong_before_and_what_the_service_refuses()
    {
        var token = Write("token2", "x");
        (await RefusalAsync(Options("x"))).ShouldContain("expected one of --token-file");
        (await RefusalAsync(Options("x") with { KeyFile = token, User = "u", KnownHostsFile = token })).ShouldBe("connect: --app-id, --installation-id and --key-file belong together; --user belongs to a token; --known-hosts-file belongs to --ssh-key-file.");
        (await RefusalAsync(Options("x") with { TokenFile = "/no/such" })).ShouldContain("--token-file /no/such");
        (await RefusalAsync(Options("x") with { AppId = "12", InstallationId = "34", KeyFile = token })).ShouldContain("PrivateKey: expected an unencrypted RSA key in PEM");
        (await RefusalAsync(Options("y") with { Provider = "GitLabSelfManaged", Host = "https://git.example.net", SshKeyFile = Write("ssh", "-----BEGIN OPENSSH PRIVATE KEY-----\n") })).ShouldContain("KnownHosts: expected the keys of git.example.net");
    }

    [Fact]
    public async Task Connect_makes_a_new_secret_for_who_enters_it_at_the_host_and_needs_no_token_for_that()
    {
        await ConnectAsync(Options("entered") with { TokenFile = Write("token3", "t0ken") });

        var first = await ConnectAsync(Options("entered") with { NewWebhookSecret = true });
        var second = await ConnectAsync(Options("entered") with { NewWebhookSecret = true });

        first.ShouldMatch($@"^Deliveries go to {suite.Endpoint}deliveries\?t=[0-9a-f-]{{36}}\nThe secret, which is told this once: [0-9a-f]{{32}}\n$");
        (first.Split('\n')[0], first.Split('\n')[1] == second.Split('\n')[1]).ShouldBe((second.Split('\n')[0], false));
    }

    private static ConnectOptions Options(string name) => new(name, "GitHub", null, null, null, TokenFromInput: false, null, null, null, null, null);

    private static string Text(JsonNode from, string member) => from[member]!.GetValue<string>();

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync(Stop);
    }

    private async Task<string> ConnectAsync(ConnectOptions options)
    {
        using var http = new HttpClient();
        using var output = new StringWriter();
        var calls = ConnectionCalls.Of(suite.Environment, suite.Endpoint.ToString(), suite.Folder, http);
        (await ConnectCommand.RunAsync(options, await ConnectSecret.ReadAsync(options, TextReader.Null, Stop), calls, output, Stop)).ShouldBe(ExitCodes.Succeeded);
        return output.ToString();
    }

    private async Task<string> RefusalAsync(ConnectOptions options) => (await Should.ThrowAsync<UsageException>(() => ConnectAsync(options))).Message;

    private string Write(string name, string content)
    {
        var path = Path.Combine(suite.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<JsonNode> RunAsync(params string[] arguments) => _aws.RunAsync(arguments);
}
