using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sluice.World;

/// <summary>Answers a <see cref="LoopbackServer"/>'s requests by <c>git http-backend</c>.</summary>
internal static class GitBackend
{
    /// <summary>Serves the repositories below a folder as git itself does.</summary>
    public static RequestDelegate Of(string root, string? protocol = null) => async context =>
    {
        var start = new ProcessStartInfo("git", ["http-backend"]) { RedirectStandardOutput = true, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["GIT_PROJECT_ROOT"] = root;
        start.Environment["GIT_HTTP_EXPORT_ALL"] = "1";
        start.Environment["GIT_CONFIG_COUNT"] = "1";
        start.Environment["GIT_CONFIG_KEY_0"] = "safe.directory";
        start.Environment["GIT_CONFIG_VALUE_0"] = "*";
        start.Environment["REQUEST_METHOD"] = context.Request.Method;
        start.Environment["PATH_INFO"] = context.Request.Path;
        start.Environment["QUERY_STRING"] = context.Request.QueryString.Value?.TrimStart('?');
        start.Environment["GIT_PROTOCOL"] = protocol;
        start.Environment["CONTENT_TYPE"] = context.Request.ContentType;
        start.Environment["CONTENT_LENGTH"] = context.Request.ContentLength?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        await context.Request.Body.CopyToAsync(process.StandardInput.BaseStream, context.RequestAborted);
        process.StandardInput.Close();
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, context.RequestAborted);
        await process.WaitForExitAsync(context.RequestAborted);
        await AnswerAsync(context, output.ToArray());
    };

    private static async Task AnswerAsync(HttpContext context, byte[] cgi)
    {
        var end = cgi.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(cgi, 0, end).Split("\r\n"))
        {
            var (name, value) = (line.Split(": ", 2)[0], line.Split(": ", 2)[1]);
            if (name == "Status")
            {
                context.Response.StatusCode = int.Parse(value.Split(' ')[0]);
            }
            else
            {
                context.Response.Headers[name] = value;
            }
        }

        await context.Response.Body.WriteAsync(cgi.AsMemory(end + 4), context.RequestAborted);
    }
}
