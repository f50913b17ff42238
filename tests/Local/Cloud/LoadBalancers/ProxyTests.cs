using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.LoadBalancers.Proxying;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_request_arrives_as_it_was_sent_with_the_load_balancers_headers_added()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = EchoAsync;
        await using var balanced = await OneAsync(target);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(balanced.Url, "/a%2Fb/./c?q=1&r=%20"))
        {
            Content = new StringContent("body of it", Encoding.UTF8, "text/plain"),
        };
        request.Headers.Add("X-Forwarded-For", "10.0.0.9");
        request.Headers.Add("X-Own", ["one", "two"]);
        request.Headers.Add("Connection", "X-Hop");
        request.Headers.Add("X-Hop", "dropped");
        request.Headers.Add("TE", "trailers");
        request.Headers.Add("Upgrade-Insecure-Requests", "1");
        request.Headers.Host = "shop.localhost";

        using var response = await balanced.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var seen = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        ((string?)seen["method"]).ShouldBe("PUT");
        ((string)seen["path"]!).ShouldStartWith("/a%2Fb/");
        ((string)seen["path"]!).ShouldEndWith("?q=1&r=%20");
        ((string?)seen["body"]).ShouldBe("body of it");
        ((string?)seen["Host"]).ShouldBe("shop.localhost");
        ((string?)seen["Content-Type"]).ShouldBe("text/plain; charset=utf-8");
        ((string)seen["X-Own"]!).ShouldContain("one");
        ((string?)seen["X-Hop"]).ShouldBeNull();
        ((string?)seen["TE"]).ShouldBeNull();
        ((string?)seen["Upgrade-Insecure-Requests"]).ShouldBe("1");
        ((string?)seen["X-Forwarded-For"]).ShouldBe("10.0.0.9, 127.0.0.1");
        ((string?)seen["X-Forwarded-Proto"]).ShouldBe("http");
        ((string?)seen["X-Forwarded-Port"]).ShouldBe(balanced.Url.Port.ToString());
        ((string)seen["X-Amzn-Trace-Id"]!).ShouldStartWith("Root=1-");
    }

    [Fact]
    public async Task Status_headers_and_an_empty_body_come_back_and_redirects_are_the_clients()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "/elsewhere";
            http.Response.Headers.Append("Set-Cookie", "a=1");
            http.Response.Headers.Append("Set-Cookie", "b=2");
            http.Response.Headers.Connection = "X-Hop";
            http.Response.Headers["X-Hop"] = "dropped";
            http.Response.Headers.AltSvc = "h2=\":443\"";
            return Task.CompletedTask;
        };
        await using var balanced = await OneAsync(target);

        using var response = await balanced.Http.GetAsync(balanced.Url, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/elsewhere");
        response.Headers.GetValues("Set-Cookie").ShouldBe(["a=1", "b=2"]);
        response.Headers.Contains("X-Hop").ShouldBeFalse();
        response.Headers.GetValues("Alt-Svc").ShouldBe(["h2=\":443\""]);
    }

    [Fact]
    public async Task A_request_body_arrives_piece_by_piece_while_the_client_still_sends()
    {
        await using var target = await TestTarget.StartAsync();
        var arrived = new TaskCompletionSource<string>();
        target.Answer = async http =>
        {
            arrived.SetResult(await ReadAsync(http.Request.Body, 5));
            await http.Response.WriteAsync(await ReadAsync(http.Request.Body, 6));
        };
        await using var balanced = await OneAsync(target);
        var pipe = new System.IO.Pipelines.Pipe();
        using var request = new HttpRequestMessage(HttpMethod.Post, balanced.Url) { Content = new PromptContent(new StreamContent(pipe.Reader.AsStream())) };
        var sending = balanced.Http.SendAsync(request, TestContext.Current.CancellationToken);

        await pipe.Writer.WriteAsync("first"u8.ToArray(), TestContext.Current.CancellationToken);
        (await arrived.Task).ShouldBe("first");
        await pipe.Writer.WriteAsync("second"u8.ToArray(), TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();

        using var response = await sending;
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("second");
    }

    [Fact]
    public async Task An_answer_arrives_piece_by_piece_while_the_target_still_writes()
    {
        await using var target = await TestTarget.StartAsync();
        var seen = new TaskCompletionSource();
        target.Answer = async http =>
        {
            await http.Response.WriteAsync("first");
            await http.Response.Body.FlushAsync();
            await seen.Task;
            await http.Response.WriteAsync("second");
        };
        await using var balanced = await OneAsync(target);

        using var response = await balanced.Http.GetAsync(balanced.Url, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var answer = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        (await ReadAsync(answer, 5)).ShouldBe("first");
        seen.SetResult();
        (await ReadAsync(answer, 6)).ShouldBe("second");
    }

    [Fact]
    public async Task The_headers_of_an_answer_arrive_before_its_first_piece()
    {
        await using var target = await TestTarget.StartAsync();
        var seen = new TaskCompletionSource();
        target.Answer = async http =>
        {
            await http.Response.Body.FlushAsync();
            await seen.Task;
            await http.Response.WriteAsync("event");
        };
        await using var balanced = await OneAsync(target);

        using var response = await balanced.Http.GetAsync(balanced.Url, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        seen.SetResult();

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("event");
    }

    [Fact]
    public async Task A_client_that_leaves_is_told_to_the_target_and_counts_as_no_error_of_anybody()
    {
        await using var target = await TestTarget.StartAsync();
        var (asked, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        target.Answer = async http =>
        {
            http.RequestAborted.Register(left.SetResult);
            asked.SetResult();
            await left.Task;
        };
        await using var balanced = await OneAsync(target);
        using var leaves = new CancellationTokenSource();

        var sending = balanced.Http.GetAsync(balanced.Url, leaves.Token);
        await asked.Task;
        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending);
        await left.Task;

        (await balanced.MetricAsync("RequestCount", atLeast: 1)).ShouldBe(1);
        (await balanced.MetricAsync("HTTPCode_ELB_5XX_Count", atLeast: 0)).ShouldBe(0);
        (await balanced.MetricAsync("TargetConnectionErrorCount", atLeast: 0)).ShouldBe(0);
    }

    [Fact]
    public async Task A_target_that_takes_no_connection_is_502_and_is_counted()
    {
        var target = await TestTarget.StartAsync();
        await using var balanced = await OneAsync(target);
        await target.DisposeAsync();

        using var response = await balanced.Http.GetAsync(balanced.Url, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        response.Headers.Server.ToString().ShouldBe("awselb/2.0");
        (await balanced.MetricAsync("TargetConnectionErrorCount", atLeast: 1)).ShouldBe(1);
        (await balanced.MetricAsync("HTTPCode_ELB_502_Count", atLeast: 1)).ShouldBe(1);
    }

    [Fact]
    public async Task A_target_that_hangs_up_is_502_before_its_answer_and_a_broken_body_within_it()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = async http =>
        {
            if (http.Request.Path == "/midway")
            {
                http.Response.ContentLength = 100;
                await http.Response.WriteAsync("part");
                await http.Response.Body.FlushAsync();
            }

            http.Abort();
        };
        await using var balanced = await OneAsync(target);

        using var response = await balanced.Http.GetAsync(balanced.Url, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        await Should.ThrowAsync<HttpRequestException>(() => balanced.GetAsync("midway"));
    }

    [Fact]
    public async Task A_HEAD_request_is_answered_with_headers_only_and_the_connection_lives_on()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = http =>
        {
            http.Response.ContentLength = 5;
            return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync("hello");
        };
        await using var balanced = await OneAsync(target);
        using var request = new HttpRequestMessage(HttpMethod.Head, balanced.Url);

        using var response = await balanced.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentLength.ShouldBe(5);
        (await balanced.GetAsync()).ShouldBe("hello");
    }

    private static async Task<Balanced> OneAsync(TestTarget target)
    {
        var balanced = await Balanced.StartAsync();
        await balanced.ListenAsync((await balanced.GroupAsync("one", target), 1));
        return balanced;
    }

    private static async Task EchoAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var seen = new JsonObject
        {
            ["method"] = http.Request.Method,
            ["path"] = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            ["body"] = await reader.ReadToEndAsync(),
        };
        foreach (var (name, value) in http.Request.Headers)
        {
            seen[name] = value.ToString();
        }

        await http.Response.WriteAsync(seen.ToJsonString());
    }

    private static async Task<string> ReadAsync(Stream stream, int count)
    {
        var buffer = new byte[count];
        await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer);
    }
}
