using System.Text.Json.Nodes;
using Sluice.Local.Host.Credentials;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Connecting;

/// <summary>CodeConnections where it is served.</summary>
internal sealed class ConnectionCalls(AwsJsonClient client)
{
    /// <param name="environment">This process's.</param>
    /// <param name="endpoint">As it was given.</param>
    /// <param name="data">The data folder, whose administrator signs if the environment has no keys.</param>
    /// <param name="http">Calls it.</param>
    /// <exception cref="UsageException">It is not known where the service is, or what to sign with.</exception>
    public static ConnectionCalls Of(IReadOnlyDictionary<string, string> environment, string? endpoint, string data, HttpClient http)
    {
        var variables = AwsProfile.With(environment);
        var aws = new AwsEnvironment(variables, http, TimeProvider.System);
        var place = endpoint ?? aws.SetEndpoint("CODECONNECTIONS")
            ?? throw new UsageException("connect: expected --endpoint or AWS_ENDPOINT_URL_CODECONNECTIONS: what serve prints, or the stack's CodeConnectionsUrl.");
        return Uri.TryCreate(place, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new ConnectionCalls(new AwsJsonClient(http, url, AwsJsonService.CodeConnections, aws.Region!, aws.Keys() ?? OwnKeys(data), TimeProvider.System))
            : throw new UsageException($"--endpoint {place}: expected a URL such as http://127.0.0.1:8080.");
    }

    /// <summary>The connection of a name, made if there is none.</summary>
    /// <exception cref="UsageException">There are several, or it is to another provider.</exception>
    public async Task<string> ConnectionAsync(ConnectOptions options, CancellationToken stop)
    {
        var host = options.Host is { } url ? await HostAsync(url, options.Provider, stop) : null;
        var named = (await AllAsync("ListConnections", "Connections", stop)).Where(connection => Text(connection, "ConnectionName") == options.Name).ToList();
        return named switch
        {
            [] => Text(await client.CallAsync("CreateConnection", New(options, host), stop), "ConnectionArn")!,
            [var one] when Text(one, "ProviderType") == options.Provider && Text(one, "HostArn") == host => Text(one, "ConnectionArn")!,
            [var other] => throw new UsageException($"connect: {options.Name} is a connection to {Text(other, "ProviderType")}{(Text(other, "HostArn") is { } there ? $" by {there}" : "")}; delete it, or take another name."),
            _ => throw new UsageException($"connect: {named.Count} connections are named {options.Name}."),
        };
    }

    /// <returns>The connection's status.</returns>
    public async Task<string> PutAsync(string arn, JsonObject secret, CancellationToken stop)
    {
        secret["ConnectionArn"] = arn;
        return Text((await client.CallAsync("PutConnectionCredentials", secret, stop))["Connection"]!, "ConnectionStatus")!;
    }

    /// <returns>Where hosts deliver to, and what they sign with from now on.</returns>
    public async Task<(string Url, string Secret)> NewWebhookSecretAsync(string arn, CancellationToken stop)
    {
        var answer = await client.CallAsync("PutConnectionWebhook", new JsonObject { ["ConnectionArn"] = arn }, stop);
        return (Text(answer, "WebhookUrl")!, Text(answer, "Secret")!);
    }

    /// <returns>Where the host delivers to.</returns>
    public async Task<string> RegisterWebhookAsync(string arn, string repository, CancellationToken stop) =>
        Text(await client.CallAsync("RegisterConnectionWebhook", new JsonObject { ["ConnectionArn"] = arn, ["FullRepositoryId"] = repository }, stop), "WebhookUrl")!;

    private static JsonObject New(ConnectOptions options, string? host)
    {
        var input = new JsonObject { ["ConnectionName"] = options.Name };
        input[host is null ? "ProviderType" : "HostArn"] = host ?? options.Provider;
        return input;
    }

    private async Task<string> HostAsync(string url, string provider, CancellationToken stop)
    {
        var there = (await AllAsync("ListHosts", "Hosts", stop)).FirstOrDefault(host => Text(host, "ProviderType") == provider && Text(host, "ProviderEndpoint")?.TrimEnd('/') == url.TrimEnd('/'));
        return Text(there ?? await client.CallAsync("CreateHost", new JsonObject { ["Name"] = NameOf(url), ["ProviderType"] = provider, ["ProviderEndpoint"] = url }, stop), "HostArn")!;
    }

    private async Task<List<JsonNode>> AllAsync(string operation, string member, CancellationToken stop)
    {
        var all = new List<JsonNode>();
        string? token = null;
        do
        {
            var page = await client.CallAsync(operation, token is null ? [] : new JsonObject { ["NextToken"] = token }, stop);
            all.AddRange(page[member]?.AsArray().OfType<JsonNode>() ?? []);
            token = Text(page, "NextToken");
        }
        while (token is not null);
        return all;
    }

    private static FixedKeys OwnKeys(string data)
    {
        var file = Path.Combine(data, "credentials");
        return File.Exists(file) && CredentialsText.Read(File.ReadAllText(file)) is { } key
            ? new FixedKeys(new AwsKeys(key.AccessKeyId, key.SecretAccessKey, null))
            : throw new UsageException($"connect: there is no key to sign with: neither in AWS's settings nor in {data}.");
    }

    private static string? Text(JsonNode from, string member) => from[member]?.GetValue<string>();

    private static string NameOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length is > 0 and <= 64 ? parsed.Host : "host";
}
