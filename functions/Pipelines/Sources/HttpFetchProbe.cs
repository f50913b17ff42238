using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Pipelines.Sources;

/// <summary>Asks for one commit by git's smart HTTP protocol (version 0), and hangs up when the answer begins.</summary>
internal sealed class HttpFetchProbe(HttpClient http, TimeProvider time)
{
    private const int Begin = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<bool> CanFetchAsync(Uri repository, string commit, CancellationToken cancellationToken, AuthenticationHeaderValue? signIn = null)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(repository, commit);
            request.Headers.Authorization = signIn;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? await BeginsWellAsync(response, either.Token) : CannotSay(response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>A server that only hands out files knows no such request; then it has to do that its refs can be read.</summary>
    private static bool CannotSay(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented;

    private static HttpRequestMessage Request(Uri repository, string commit)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, GitUrl.Of(repository, "git-upload-pack"))
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"{Line($"want {commit} no-progress ofs-delta\n")}{Line("deepen 1\n")}0000{Line("done\n")}")),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-git-upload-pack-request");
        GitUrl.Name(request);
        return request;
    }

    private static string Line(string text) => $"{text.Length + 4:x4}{text}";

    private static async Task<bool> BeginsWellAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var begin = new byte[Begin];
        var count = await content.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancellationToken);
        return count > 0 && !Encoding.ASCII.GetString(begin, 0, count).Contains("ERR ", StringComparison.Ordinal);
    }
}
