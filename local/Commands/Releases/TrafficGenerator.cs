using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Releases;

/// <summary>Sends requests to a function's alias over HTTP, evenly spaced. The suite counts what a version answers; what none does is told here.</summary>
/// <param name="alias">The alias's invoke URL.</param>
/// <param name="rate">Requests a second.</param>
/// <param name="lost">Is told why no version answered a request.</param>
internal sealed class TrafficGenerator(HttpClient http, Uri alias, double rate, string payload, Action<string> lost, TimeProvider time)
{
    /// <summary>More than this many unanswered requests are not piled up: the clients of a stuck service wait too.</summary>
    private const int MostUnanswered = 100;

    private int _unanswered;
    private volatile Task _underWay = Task.CompletedTask;

    /// <summary>Completes when every request that was sent so far is answered and counted.</summary>
    public Task UnderWay => _underWay;

    /// <summary>Until cancelled; then the answers under way are waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate), time);
        while (await TickAsync(timer, stop))
        {
            if (Volatile.Read(ref _unanswered) < MostUnanswered)
            {
                _underWay = Task.WhenAll(_underWay.IsCompleted ? Task.CompletedTask : _underWay, RequestAsync());
            }
        }

        await _underWay;
    }

    /// <summary>E.g. <c>TooManyRequestsException: Rate Exceeded.</c></summary>
    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        var type = answer.Headers.TryGetValues("X-Amzn-ErrorType", out var types) ? types.First() : $"status {(int)answer.StatusCode}";
        var text = await answer.Content.ReadAsStringAsync();
        try
        {
            return FailureText.Of(type, (string?)JsonNode.Parse(text)?["Message"]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return FailureText.Of(type, text);
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RequestAsync()
    {
        Interlocked.Increment(ref _unanswered);
        try
        {
            using var body = new StringContent(payload, Encoding.UTF8, new MediaTypeHeaderValue(MediaTypeNames.Application.Json));
            using var answer = await http.PostAsync(alias, body);
            if (!answer.Headers.Contains("X-Amz-Executed-Version"))
            {
                lost(await RefusalAsync(answer));
            }
        }
        catch (HttpRequestException e)
        {
            lost(FailureText.Of("no connection", e.InnerException?.Message ?? e.Message));
        }
        catch (TaskCanceledException)
        {
            lost($"no answer within {http.Timeout.TotalSeconds:0} s");
        }
        finally
        {
            Interlocked.Decrement(ref _unanswered);
        }
    }
}
