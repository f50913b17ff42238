using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>Clones, fetches and pushes by HTTP: git's own CGI program, with what comes and goes passed on as it does.</summary>
internal sealed class GitHttp(RepositoryStore store, ToldRefs told)
{
    private const string Root = "/v1/repos/";
    private const int LongestHead = 64 * 1024;
    private static readonly string[] _services = ["/info/refs", "/git-upload-pack", "/git-receive-pack"];

    /// <summary>The repository's name in a request to git's addresses, and what is asked below it; null if it is to something else.</summary>
    public static (string Name, string Below)? Read(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.StartsWith(Root, StringComparison.Ordinal) && _services.FirstOrDefault(service => path.EndsWith(service, StringComparison.Ordinal)) is { } rest && path.Length > Root.Length + rest.Length
            && path[Root.Length..^rest.Length] is var name && !name.Contains('/')
            ? (name, rest)
            : null;
    }

    /// <summary>Whether it is about a push.</summary>
    public static bool IsPush(HttpRequest request, string rest) => rest == "/git-receive-pack" || request.Query["service"] == "git-receive-pack";

    /// <param name="http">The request, whose right was seen to.</param>
    /// <param name="caller">The ARN of who asks.</param>
    public async Task AnswerAsync(HttpContext http, string caller)
    {
        var (name, rest) = Read(http.Request)!.Value;
        if (await store.FindAsync(name, http.RequestAborted) is not { } repository)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync($"repository {name} does not exist\n", http.RequestAborted);
            return;
        }

        try
        {
            await RunAsync(http, repository, rest, caller);
        }
        finally
        {
            if (rest == "/git-receive-pack")
            {
                // Also of who hung up: what was pushed is there.
                await told.TellAsync(repository, caller, CancellationToken.None);
            }
        }
    }

    private async Task RunAsync(HttpContext http, Repository repository, string rest, string caller)
    {
        using var git = Process.Start(Start(http.Request, store.FolderOf(repository), rest, caller))!;
        await using var stop = http.RequestAborted.Register(() => git.Kill(entireProcessTree: true));
        git.ErrorDataReceived += static (_, _) => { };
        git.BeginErrorReadLine();
        var sent = SendAsync(http.Request.Body, git, http.RequestAborted);
        await AnswerAsync(http.Response, git.StandardOutput.BaseStream, http.RequestAborted);
        await sent;
        await git.WaitForExitAsync(http.RequestAborted);
    }

    private static async Task SendAsync(Stream body, Process git, CancellationToken cancellationToken)
    {
        try
        {
            await body.CopyToAsync(git.StandardInput.BaseStream, cancellationToken);
            git.StandardInput.Close();
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            // It has heard enough, and says so in its answer.
        }
    }

    private static async Task AnswerAsync(HttpResponse response, Stream output, CancellationToken cancellationToken)
    {
        foreach (var line in await HeadAsync(output, cancellationToken))
        {
            var (name, value) = line.Split(':', 2) is [var first, var second] ? (first, second.Trim()) : (line, "");
            if (name.Equals("Status", StringComparison.OrdinalIgnoreCase))
            {
                response.StatusCode = int.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await output.CopyToAsync(response.Body, cancellationToken);
    }

    private static async Task<string[]> HeadAsync(Stream output, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^1] == '\n' && head[^3] == '\n'))
        {
            await output.ReadExactlyAsync(one, cancellationToken);
            head.Add(one[0]);
            if (head.Count > LongestHead)
            {
                throw new InvalidDataException("git http-backend answers without an end of its head.");
            }
        }

        return Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static ProcessStartInfo Start(HttpRequest request, string folder, string rest, string caller)
    {
        var start = new ProcessStartInfo("git", ["http-backend"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        RepositoryGit.Isolate(start);
        var variables = new Dictionary<string, string?>
        {
            ["GIT_PROJECT_ROOT"] = Path.GetDirectoryName(folder), ["GIT_HTTP_EXPORT_ALL"] = "1", ["PATH_INFO"] = $"/{Path.GetFileName(folder)}{rest}", ["REQUEST_METHOD"] = request.Method,
            ["QUERY_STRING"] = request.QueryString.Value?.TrimStart('?'), ["CONTENT_TYPE"] = request.ContentType, ["CONTENT_LENGTH"] = request.ContentLength?.ToString(CultureInfo.InvariantCulture),
            ["HTTP_CONTENT_ENCODING"] = request.Headers.ContentEncoding, ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"], ["REMOTE_USER"] = caller, ["REMOTE_ADDR"] = "127.0.0.1",
        };
        foreach (var (name, value) in variables.Where(variable => !string.IsNullOrEmpty(variable.Value)))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
