using System.Text.Json.Nodes;
using Sluice.Local.Tests.EndToEnd;
using Sluice.Platform.Tests.SigV4;

namespace Sluice.Benchmarks.Packages;

/// <summary>npm's registry of <c>sluice serve</c>.</summary>
internal static class SluiceRegistry
{
    /// <param name="outside">The registry that it takes from; null for none.</param>
    public static async Task<RegistryUnderTest> StartAsync(string? outside = null)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-packages-").FullName;
        var serve = SluiceProcess.StartWith("SLUICE_UPSTREAM_NPMJS", outside ?? "", "serve", "--data", folder, "--port", "0");
        var url = new Uri((await serve.LineAsync("listening on")).Split(' ')[^1]);
        var signer = Signer(Path.Combine(folder, "credentials"), url);
        await CallAsync(signer, url, "/v1/domain", "domain=bench");
        await CallAsync(signer, url, "/v1/repository", "domain=bench&repository=store");
        if (outside is not null)
        {
            await CallAsync(signer, url, "/v1/repository/external-connection", "domain=bench&external-connection=public%3Anpmjs&repository=store");
        }

        var token = (string)(await CallAsync(signer, url, "/v1/authorization-token", "domain=bench"))["authorizationToken"]!;
        return new RegistryUnderTest("sluice", new Uri(url, "artifacts/bench/npm/store/"), token, serve.Id, async () =>
        {
            await serve.SignalAsync("TERM");
            await serve.ExitAsync();
            await serve.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        });
    }

    private static TestSigner Signer(string file, Uri url)
    {
        var lines = File.ReadAllLines(file);
        return new TestSigner(Value(lines, "aws_access_key_id"), Value(lines, "aws_secret_access_key")) { Host = url.Authority, Service = "codeartifact", SignedHeaders = "host;x-amz-date" };
    }

    private static string Value(string[] lines, string name) => lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split('=')[1].Trim();

    private static async Task<JsonNode> CallAsync(TestSigner signer, Uri url, string path, string query)
    {
        using var http = new HttpClient();
        var signed = signer.SignRest(TimeProvider.System.GetUtcNow(), "POST", path, query, hash: null, "{}"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, $"{path}?{query}")) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        foreach (var (name, value) in signed.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new InvalidOperationException($"{path}: {body}");
    }
}
