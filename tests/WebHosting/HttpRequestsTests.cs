using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.Platform.Protocol;

namespace Sluice.WebHosting.Tests;

/// <summary>Requests as they came: what was signed must not be changed by the server's own reading.</summary>
public sealed class HttpRequestsTests
{
    [Theory]
    [InlineData("/a%2Fb/%e4?x=%2B+&y", "/a%2Fb/%e4", "x=%2B+&y")]
    [InlineData("http://here/a%20b?q=1", "/a%20b", "q=1")]
    [InlineData("/only", "/only", "")]
    public async Task Path_and_query_stay_encoded_as_they_were(string target, string path, string query)
    {
        var head = await SentAsync($"GET {target} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");

        (head.Method, head.Path, head.Query).ShouldBe(("GET", path, query));
    }

    [Fact]
    public async Task A_header_that_is_there_twice_is_there_twice_and_who_asks_is_told()
    {
        var head = await SentAsync("PUT / HTTP/1.1\r\nHost: here\r\nX-Two: a\r\nX-Two: b\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        head.Headers.Where(header => header.Key == "X-Two").Select(header => header.Value).ShouldBe(["a", "b"]);
        head.RemoteAddress.ShouldBe("127.0.0.1");
    }

    private static async Task<ApiRequest> SentAsync(string request)
    {
        ApiRequest? seen = null;
        await using var server = await LoopbackServer.StartAsync(http =>
        {
            seen = HttpRequests.Head(http.Request);
            return Task.CompletedTask;
        });
        using var client = new TcpClient("127.0.0.1", server.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return seen.ShouldNotBeNull();
    }
}
