using System.Diagnostics;
using System.Net;
using Sluice.Packages.Tests.Clients;

namespace Sluice.PackageServer.Tests;

/// <summary>The server as a process of its own, on DynamoDB, S3 and KMS of moto's, with real clients.</summary>
public sealed class ServerProcessTests(Moto moto)
{
    private static readonly HttpClientHandler _direct = new() { AllowAutoRedirect = false };

    [Fact]
    public async Task Packages_are_published_and_installed_and_large_ones_come_from_the_bucket()
    {
        using var account = await AccountOfMoto.CreateAsync(moto);
        await using var server = ServerProcess.Start(account.Variables);
        await server.ListensAsync();
        await AwsAsync(account, server, "create-domain", "--domain", "org");
        await AwsAsync(account, server, "create-repository", "--domain", "org", "--repository", "main");
        var token = (await AwsAsync(account, server, "get-authorization-token", "--domain", "org", "--query", "authorizationToken", "--output", "text")).Trim();
        using var npm = Npm.At($"{server.Url}/artifacts/org/npm/main/", token);
        await npm.RunAsync(npm.Project("large", ("package.json", """{"name":"large","version":"1.0.0"}"""), ("noise.txt", Noise(1_500_000))), "publish");
        await npm.RunAsync(npm.Project("small", ("package.json", """{"name":"small","version":"1.0.0"}""")), "publish");
        npm.Forget();

        var app = npm.Project("app", ("package.json", """{"name":"app","version":"1.0.0"}"""));
        await npm.RunAsync(app, "install", "large", "small");

        File.ReadAllText(Path.Combine(app, "node_modules/large/noise.txt")).ShouldBe(Noise(1_500_000));
        Directory.Exists(Path.Combine(app, "node_modules/small")).ShouldBeTrue();
        (await account.ObjectsAsync()).ShouldBeGreaterThan(1);
        var sent = await DownloadAsync(server, token, "npm/10.8.2");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (sent.Headers.Location!.Port, sent.Headers.Location.Query.Contains("Signature", StringComparison.Ordinal)).ShouldBe((new Uri(account.Variables["AWS_ENDPOINT_URL"]).Port, true));
        var handed = await DownloadAsync(server, token, "another/1.0");
        (handed.StatusCode, handed.Content.Headers.ContentLength > 1_000_000).ShouldBe((HttpStatusCode.OK, true));
    }

    [Fact]
    public async Task It_says_that_it_is_well_and_ends_when_it_is_asked_to()
    {
        using var account = await AccountOfMoto.CreateAsync(moto);
        await using var server = ServerProcess.Start(account.Variables);
        await server.ListensAsync();
        using var http = new HttpClient();

        (await http.GetStringAsync($"{server.Url}/-/health", TestContext.Current.CancellationToken)).ShouldBe("well\n");
        (await server.EndAsync()).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Repositories_are_where_the_template_says()
    {
        using var account = await AccountOfMoto.CreateAsync(moto);
        account.Variables["SLUICE_PACKAGES_URL"] = "https://packages.example.com";
        await using var server = ServerProcess.Start(account.Variables);
        await server.ListensAsync();
        await AwsAsync(account, server, "create-domain", "--domain", "org");
        await AwsAsync(account, server, "create-repository", "--domain", "org", "--repository", "main");

        (await AwsAsync(account, server, "get-repository-endpoint", "--domain", "org", "--repository", "main", "--format", "npm", "--output", "text")).Trim().ShouldBe("https://packages.example.com/artifacts/org/npm/main/");
    }

    [Fact]
    public async Task All_that_is_missing_or_wrong_is_said_at_once()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string> { ["SLUICE_ACCOUNT"] = "mine", ["SLUICE_PORT"] = "web", ["SLUICE_PACKAGES_URL"] = "packages" });

        var (code, errors) = await server.ExitAsync();

        code.ShouldBe(2);
        foreach (var name in new[] { "SLUICE_TABLE", "AWS_REGION", "SLUICE_ACCOUNT", "SLUICE_BUCKET", "SLUICE_SECRETS_KEY", "SLUICE_PACKAGES_URL", "SLUICE_PORT" })
        {
            errors.ShouldContain(name);
        }
    }

    private static async Task<HttpResponseMessage> DownloadAsync(ServerProcess server, string token, string userAgent)
    {
        using var http = new HttpClient(_direct, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Url}/artifacts/org/npm/main/large/-/large-1.0.0.tgz");
        request.Headers.Add("Authorization", $"Bearer {token}");
        request.Headers.UserAgent.ParseAdd(userAgent);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> AwsAsync(AccountOfMoto account, ServerProcess server, params IEnumerable<string> arguments)
    {
        var aws = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "aws")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(aws is not null, "aws is not on the PATH.");
        var start = new ProcessStartInfo(aws, ["codeartifact", .. arguments, "--endpoint-url", server.Url]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"], start.Environment["AWS_DEFAULT_REGION"]) = (account.Key.Key.AccessKeyId, account.Key.SecretAccessKey, "us-east-1");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    /// <summary>What no archive makes smaller.</summary>
    private static string Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        return Convert.ToBase64String(noise);
    }
}
