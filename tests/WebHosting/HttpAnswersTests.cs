using System.Net;
using Sluice.Platform.Files;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.WebHosting.Tests;

/// <summary>Answers over a real connection.</summary>
public sealed class HttpAnswersTests
{
    [Fact]
    public async Task Status_reason_headers_and_body_go_out_as_they_are()
    {
        using var answer = await AskAsync(new ApiResponse(401, [new("WWW-Authenticate", "Basic realm=\"x\""), new("X-Two", "a"), new("X-Two", "b")], "{}"u8.ToArray()) { Reason = "The token expired" });

        (answer.StatusCode, answer.ReasonPhrase, answer.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.Unauthorized, "The token expired", 2));
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Basic realm=\"x\"");
        answer.Headers.GetValues("X-Two").ShouldBe(["a", "b"]);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{}");
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task What_may_have_no_body_has_none(int status)
    {
        using var answer = await AskAsync(new ApiResponse(status, [], default));

        ((int)answer.StatusCode, answer.Content.Headers.ContentLength ?? 0).ShouldBe((status, 0));
    }

    [Fact]
    public async Task A_stream_tells_its_length_from_where_it_stands_and_is_disposed_of()
    {
        var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 4 };

        using var answer = await AskAsync(new ApiResponse(200, [], default) { Content = content });

        (answer.Content.Headers.ContentLength, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe((6, "456789"));
        content.CanRead.ShouldBeFalse();
    }

    [Fact]
    public async Task What_comes_from_where_it_is_kept_tells_the_length_that_it_has_there()
    {
        using var answer = await AskAsync(new ApiResponse(200, [], default) { Content = new Kept("kept"u8.ToArray()) });

        (answer.Content.Headers.ContentLength, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe((4, "kept"));
    }

    [Fact]
    public async Task Who_asks_for_the_head_gets_the_length_and_no_body()
    {
        using var answer = await AskAsync(new ApiResponse(200, [], default) { Content = new Kept("kept"u8.ToArray()) }, HttpMethod.Head);

        (answer.Content.Headers.ContentLength, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe((4, ""));
    }

    private static async Task<HttpResponseMessage> AskAsync(ApiResponse answer, HttpMethod? method = null)
    {
        await using var server = await LoopbackServer.StartAsync(http => HttpAnswers.WriteAsync(http.Response, answer));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, server.Address);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Kept(byte[] bytes) : ForwardStream, IStoredContent
    {
        private readonly MemoryStream _bytes = new(bytes);

        public long Size => bytes.Length;

        public Uri Link(DateTimeOffset until, string contentType) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _bytes.ReadAsync(buffer, cancellationToken);
    }
}
