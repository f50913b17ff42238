using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Functions.Urls;

/// <summary>Answers that a function writes piece by piece, by a URL with the InvokeMode RESPONSE_STREAM.</summary>
public sealed class UrlStreamTests
{
    private const string Headed = "application/vnd.awslambda.http-integration-response";
    private const string End = "\0\0\0\0\0\0\0\0";

    [Fact]
    public async Task The_first_piece_is_there_before_the_last_is_written()
    {
        await using var url = await StartAsync();
        var go = Path.Combine(url.Cloud.Meeting, "go");
        using var answer = await BeginAsync(url, new { @do = "stream", type = "text/plain", pieces = new object[] { "first", new { wait = go }, "last" } });
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        (await ReadAsync(body, 5)).ShouldBe("first");
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        (await ReadAsync(body, 4)).ShouldBe("last");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain");
        (await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken)).ShouldBe(0);
        await CountedAsync(url, invocations: 1, errors: 0);
    }

    [Fact]
    public async Task A_head_before_the_body_says_status_headers_and_cookies_even_in_pieces()
    {
        await using var url = await StartAsync();

        using var answer = await BeginAsync(url, new
        {
            @do = "stream", type = Headed, pieces = new[] { """{"statusCode":201,"headers":{"Content-Type":"text/html"},""", "\"cookies\":[\"a=1\"]}\0\0\0", "\0\0\0\0\0<p>", "hello" },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html");
        answer.Headers.GetValues("Set-Cookie").ShouldBe(["a=1"]);
        (await TextAsync(answer)).ShouldBe("<p>hello");
    }

    [Theory]
    [InlineData("no head at all")]
    [InlineData("[]" + End)]
    [InlineData("""{"statusCode":7}""" + End)]
    public async Task A_head_that_is_none_is_a_bad_gateway_and_the_function_lives(string begun)
    {
        await using var url = await StartAsync();

        using var answer = await BeginAsync(url, new { @do = "stream", type = Headed, pieces = new object[] { begun, 1000000, "more" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        await CountedAsync(url, invocations: 1, errors: 0);
    }

    [Fact]
    public async Task A_failure_before_the_first_piece_is_a_bad_gateway_and_one_in_the_middle_an_answer_without_end()
    {
        await using var url = await StartAsync();
        var error = new { errorType = "OutOfStock", errorMessage = "none left" };
        var go = Path.Combine(url.Cloud.Meeting, "go");

        using var early = await BeginAsync(url, new { @do = "stream", pieces = Array.Empty<string>(), error });
        using var thrown = await BeginAsync(url, new { @do = "throw" });
        using var late = await BeginAsync(url, new { @do = "stream", pieces = new[] { "begun" }, error });
        using var died = await BeginAsync(url, new { @do = "stream", pieces = new object[] { "begun", new { wait = go, exit = 3 } } });

        early.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        thrown.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        foreach (var broken in new[] { died, late })
        {
            broken.StatusCode.ShouldBe(HttpStatusCode.OK);
            await using var body = await broken.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            (await ReadAsync(body, 5)).ShouldBe("begun");
            await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
            await Should.ThrowAsync<HttpIOException>(() => ReadAsync(body, 1));
        }

        await CountedAsync(url, invocations: 4, errors: 4);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_nothing_to_the_function()
    {
        await using var url = await StartAsync();
        var (go, done) = (Path.Combine(url.Cloud.Meeting, "go"), Path.Combine(url.Cloud.Meeting, "done"));
        using var hangUp = new CancellationTokenSource();
        using var request = url.Request("POST", body: new { @do = "stream", pieces = new object[] { "first", new { wait = go }, 2000000, 2000000, new { mark = done } } });
        using (var answer = await url.BeginAsync(request, hangUp.Token))
        {
            await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await ReadAsync(body, 5);
        }

        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);

        await CountedAsync(url, invocations: 1, errors: 0);
        File.Exists(done).ShouldBeTrue();
    }

    [Fact]
    public async Task A_slow_caller_slows_the_function_and_fills_no_memory()
    {
        await using var url = await StartAsync();
        var (some, all) = (Path.Combine(url.Cloud.Meeting, "some"), Path.Combine(url.Cloud.Meeting, "all"));
        const int Large = 50_000_000;
        using var answer = await BeginAsync(url, new { @do = "stream", pieces = new object[] { "first", new { mark = some }, Large, new { mark = all } } });
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await ReadAsync(body, 5);
        await UntilAsync(() => File.Exists(some));

        File.Exists(all).ShouldBeFalse();
        var total = 0L;
        var buffer = new byte[65536];
        for (var read = await body.ReadAsync(buffer, TestContext.Current.CancellationToken); read > 0; read = await body.ReadAsync(buffer, TestContext.Current.CancellationToken))
        {
            total += read;
        }

        total.ShouldBe(Large);
        File.Exists(all).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_a_function_gives_whole_is_taken_as_it_is()
    {
        await using var url = await StartAsync();

        using var answer = await url.RepliedAsync(JsonNode.Parse("""{"statusCode":201,"body":"x"}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(answer)).ShouldBe("""{"statusCode":201,"body":"x"}""");
    }

    [Fact]
    public async Task A_streaming_functions_answer_is_gathered_for_a_buffered_URL()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var headed = await BeginAsync(url, new { @do = "stream", type = Headed, pieces = new[] { """{"statusCode":201,"headers":{"Content-Type":"text/html"}}""", End, "<p>", "hello" } });
        using var plain = await BeginAsync(url, new { @do = "stream", pieces = new[] { "hel", "lo" } });
        using var failed = await BeginAsync(url, new { @do = "stream", pieces = new[] { "hel" }, error = new { errorType = "OutOfStock", errorMessage = "none left" } });
        using var large = await BeginAsync(url, new { @do = "stream", pieces = new[] { 7_000_000 } });

        headed.StatusCode.ShouldBe(HttpStatusCode.Created);
        headed.Content.Headers.ContentType!.ToString().ShouldBe("text/html");
        (await TextAsync(headed)).ShouldBe("<p>hello");
        (await TextAsync(plain)).ShouldBe("hello");
        failed.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        large.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task An_answer_larger_than_a_buffered_one_may_be_is_streamed()
    {
        await using var url = await StartAsync();

        using var answer = await BeginAsync(url, new { @do = "stream", pieces = new[] { 7_000_000, 7_000_000 } });

        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBe(14_000_000);
    }

    private static Task<UrlUnderTest> StartAsync() => UrlUnderTest.StartAsync(new { InvokeMode = "RESPONSE_STREAM" });

    private static Task<HttpResponseMessage> BeginAsync(UrlUnderTest url, object body) => url.BeginAsync(url.Request("POST", body: body));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(Stream body, int length)
    {
        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    // A streamed answer is counted when it has ended, which its caller may see before.
    private static async Task CountedAsync(UrlUnderTest url, int invocations, int errors)
    {
        await UntilAsync(() => url.Metric("Invocations") >= invocations);
        url.Metric("Invocations").ShouldBe(invocations);
        url.Metric("Errors").ShouldBe(errors);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
