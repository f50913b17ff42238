using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Lambdas.Tests;

/// <summary>The package as an account gets it, run as Lambda runs it.</summary>
public sealed class LambdaPackageTests
{
    private const string Request =
        """{"rawPath":"/","headers":{"x-amz-target":"CodeDeploy_20141006.ListApplications"},"requestContext":{"http":{"method":"POST"}},"body":"{}","isBase64Encoded":false}""";

    private static readonly string Package = typeof(LambdaPackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "LambdaPackage").Value!;

    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void The_package_has_no_SQLite() =>
        Directory.EnumerateFiles(Package, "*sqlite*", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }).ShouldBeEmpty();

    [Fact]
    public async Task The_package_serves_the_API()
    {
        var answer = await StartedAsync(_ => { });
        answer["statusCode"]!.GetValue<int>().ShouldBe(400, answer.ToJsonString());
        answer["body"]!.GetValue<string>().ShouldContain("MissingAuthenticationTokenException");
    }

    [Fact]
    public async Task The_package_does_not_start_with_wrong_variables_and_says_all_that_is_wrong()
    {
        var answer = await StartedAsync(variables =>
        {
            variables["SLUICE_ACCOUNT"] = "12";
            variables["SLUICE_BUILDS_AT_ONCE"] = "many";
        });
        answer["errorType"]!.GetValue<string>().ShouldBe("InvalidConfigurationException");
        answer["errorMessage"]!.GetValue<string>().ShouldBe("SLUICE_ACCOUNT is '12'; expected an account's 12 digits\nSLUICE_BUILDS_AT_ONCE is 'many'; expected a whole number of at least 1");
    }

    /// <summary>What the program first tells the Runtime API.</summary>
    private async Task<JsonNode> StartedAsync(Action<Dictionary<string, string>> edit)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        var variables = Variables(server.Url.Authority);
        edit(variables);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Package, "Sluice.Lambdas.dll")]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        try
        {
            var ended = program.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(_answer.Task, ended);
            _answer.Task.IsCompleted.ShouldBeTrue("The program ended.");
            return JsonNode.Parse(await _answer.Task)!;
        }
        finally
        {
            program.Kill();
        }
    }

    private static Dictionary<string, string> Variables(string runtimeApi) => new(StringComparer.Ordinal)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi, ["ANNOTATIONS_HANDLER"] = "CodeDeployApi", ["AWS_REGION"] = "eu-west-1", ["AWS_ACCESS_KEY_ID"] = "k", ["AWS_SECRET_ACCESS_KEY"] = "s",
        ["SLUICE_TABLE"] = "table", ["SLUICE_ACCOUNT"] = "123456789012", ["SLUICE_BUCKET"] = "bucket", ["SLUICE_BUILD_IMAGE"] = "image", ["SLUICE_SECRETS_KEY"] = "key",
    };

    /// <summary>The Runtime API: one invocation, and then none any more.</summary>
    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Method == HttpMethods.Post)
        {
            _answer.TrySetResult(await LoopbackServer.BodyAsync(http.Request));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        if (_answer.Task.IsCompleted)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "r-1";
        http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = "4102444800000";
        await http.Response.WriteAsync(Request, http.RequestAborted);
    }
}
