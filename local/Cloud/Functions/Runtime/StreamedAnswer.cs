using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>An answer that a runtime sends while the function writes it.</summary>
internal static class StreamedAnswer
{
    /// <summary>Lambda's limit on it, in bytes (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
    public const int Largest = 200 * 1024 * 1024;

    private const int Piece = 16 * 1024;

    /// <summary>Whether the runtime says so. Without it the answer is whole when it is there, however it was sent.</summary>
    public static bool IsOne(HttpRequest request) => request.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().Equals("streaming", StringComparison.OrdinalIgnoreCase);

    /// <summary>Hands it on as it comes.</summary>
    /// <returns>How it ended; null if an answer had begun already.</returns>
    public static async Task<InvocationAnswer?> PassOnAsync(HttpContext http, AnswerStream stream)
    {
        if (!stream.Begin(http.Request.ContentType))
        {
            return null;
        }

        var buffer = new byte[Piece];
        var total = 0L;
        for (var read = await http.Request.Body.ReadAsync(buffer); read > 0; read = await http.Request.Body.ReadAsync(buffer))
        {
            total += read;
            if (total <= Largest)
            {
                await stream.WriteAsync(buffer[..read], http.RequestAborted);
            }
        }

        return total > Largest
            ? InvocationAnswer.Failure("Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({Largest} bytes).")
            : Failure(http.Request) ?? new InvocationAnswer([], Error: null);
    }

    /// <summary>A function that fails in the middle says so behind what it has written; null if it has not.</summary>
    public static InvocationAnswer? Failure(HttpRequest request)
    {
        if (!request.CheckTrailersAvailable() || request.GetTrailer("Lambda-Runtime-Function-Error-Type") is not [{ } type, ..])
        {
            return null;
        }

        var body = request.GetTrailer("Lambda-Runtime-Function-Error-Body").FirstOrDefault();
        return body is not null && Convert.TryFromBase64String(body, new byte[body.Length], out _)
            ? new InvocationAnswer(Convert.FromBase64String(body), InvocationAnswer.Unhandled)
            : InvocationAnswer.Failure(type, "The function failed while it streamed its answer.");
    }
}
