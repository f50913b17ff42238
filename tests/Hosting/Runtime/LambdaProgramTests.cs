using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Hosting.Tests.Runtime;

public sealed class LambdaProgramTests : IDisposable
{
    private readonly ConcurrentQueue<string> _posts = new();
    private readonly ConcurrentQueue<string> _payloads = new();
    private readonly CancellationTokenSource _end = new();

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task Invocations_are_answered_one_after_another()
    {
        (await RunAsync("Greet", """{"name":"a","kind":"Warm"}""", """{"name":"b","kind":"Cold"}""")).ShouldBe(0);
        _posts.ShouldBe(
        [
            """invocation/r-2/response  {"text":"hello a","kind":"Warm","requestId":"r-2"}""",
            """invocation/r-1/response  {"text":"hello b","kind":"Cold","requestId":"r-1"}""",
        ]);
    }

    [Fact]
    public async Task An_exception_is_told_under_its_simple_name_and_the_function_goes_on()
    {
        await RunAsync("Fail", """{"name":"a","kind":"Warm"}""", "no json");
        var posts = _posts.Select(p => p.Split(' ', 3)).ToList();
        posts[0][..2].ShouldBe(["invocation/r-2/error", "TargetGoneException"]);
        var error = JsonNode.Parse(posts[0][2])!;
        error["errorType"]!.GetValue<string>().ShouldBe("TargetGoneException");
        error["errorMessage"]!.GetValue<string>().ShouldBe("gone");
        error["stackTrace"]!.AsArray().Count.ShouldBeGreaterThan(0);
        posts[1][0].ShouldBe("invocation/r-1/error");
    }

    [Fact]
    public async Task A_function_that_answers_nothing_answers_null()
    {
        await RunAsync("Nothing", "{}");
        _posts.ShouldBe(["invocation/r-1/response  null"]);
    }

    [Fact]
    public async Task A_handler_that_is_none_is_an_initialization_error_that_lists_what_there_is()
    {
        (await RunAsync("Gret")).ShouldBe(1);
        var post = _posts.ShouldHaveSingleItem();
        post.ShouldStartWith("init/error InvalidOperationException");
        post.ShouldContain("ANNOTATIONS_HANDLER is 'Gret'; expected one of Concat, Fail, Greet, Nothing.");
    }

    [Theory]
    [InlineData("Gret", false)]
    [InlineData(null, false)]
    [InlineData("Greet", true)]
    public async Task A_handler_that_is_none_is_told_also_where_the_main_is_not_ours(string? handler, bool found)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);

        (await LambdaProgram.RequireHandlerAsync(Assembly.GetExecutingAssembly(), server.Url.Authority, handler, TestContext.Current.CancellationToken)).ShouldBe(found);

        _posts.Select(post => post.Contains($"ANNOTATIONS_HANDLER is '{handler}'; expected one of Concat, Fail, Greet, Nothing.", StringComparison.Ordinal)).ShouldBe(found ? [] : [true]);
    }

    [Fact]
    public async Task Outside_of_Lambda_no_handler_is_needed() =>
        (await LambdaProgram.RequireHandlerAsync(Assembly.GetExecutingAssembly(), runtimeApi: null, "Gret", TestContext.Current.CancellationToken)).ShouldBeTrue();

    [Fact]
    public async Task Without_a_runtime_api_it_says_what_it_is() =>
        (await LambdaProgram.RunAsync(Assembly.GetExecutingAssembly(), runtimeApi: null, "Greet", CancellationToken.None)).ShouldBe(2);

    private async Task<int> RunAsync(string handler, params string[] payloads)
    {
        Array.ForEach(payloads, _payloads.Enqueue);
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        try
        {
            return await LambdaProgram.RunAsync(Assembly.GetExecutingAssembly(), server.Url.Authority, handler, _end.Token);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>The Runtime API; after the last answer it ends the loop, as the service ends the process.</summary>
    private async Task AnswerAsync(HttpContext http)
    {
        const string Prefix = "/2018-06-01/runtime/";
        var path = http.Request.Path.Value!;
        path.ShouldStartWith(Prefix);
        if (http.Request.Method == HttpMethods.Get)
        {
            var id = _payloads.Count;
            _payloads.TryDequeue(out var payload).ShouldBeTrue();
            http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = $"r-{id}";
            http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.AddSeconds(3).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:1:function:f:live";
            await http.Response.WriteAsync(payload!, http.RequestAborted);
            return;
        }

        _posts.Enqueue($"{path[Prefix.Length..]} {http.Request.Headers["Lambda-Runtime-Function-Error-Type"]} {await LoopbackServer.BodyAsync(http.Request)}");
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        await http.Response.CompleteAsync();
        if (_payloads.IsEmpty && !path.EndsWith("init/error", StringComparison.Ordinal))
        {
            await _end.CancelAsync();
        }
    }
}
