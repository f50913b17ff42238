using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;

namespace Sluice.Local.Commands.Releases;

/// <summary>Sends requests to a function's alias over HTTP, evenly spaced, and counts who answered and how.</summary>
/// <param name="alias">The alias's invoke URL.</param>
/// <param name="rate">Requests a second.</param>
internal sealed class TrafficGenerator(HttpClient http, Uri alias, double rate, string payload, RequestTally tally, TimeProvider time)
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
            var version = answer.Headers.TryGetValues("X-Amz-Executed-Version", out var values) ? values.First() : VersionOrder.NoVersion;
            tally.Count(version, !answer.IsSuccessStatusCode || answer.Headers.Contains("X-Amz-Function-Error"));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            tally.Count(VersionOrder.NoVersion, failed: true);
        }
        finally
        {
            Interlocked.Decrement(ref _unanswered);
        }
    }
}
