using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Releases;

/// <summary>
/// The requests to what is released, from when its alias is known: the command's own, which go on until it ends, and those of others. All that a version answers is counted.
/// </summary>
internal sealed class ReleaseTraffic(Suite suite, IScreen screen, double rate, string payload, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) };
    private TrafficGenerator? _generator;
    private Task _running = Task.CompletedTask;
    private Action<AnsweredInvocation> Answered { get; set; } = _ => { };

    public RequestTally Tally { get; } = new();

    /// <summary>The alias's URL, once it is known.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Completes when every request that was sent so far is counted.</summary>
    public Task UnderWay => _generator?.UnderWay ?? Task.CompletedTask;

    /// <summary>Whether the user sends the requests.</summary>
    private bool IsOfOthers => rate <= 0;

    /// <summary>Begins as soon as the deployment names its alias; a second call changes nothing.</summary>
    public async Task StartForAsync(DeploymentWatch watch)
    {
        var (function, alias) = await watch.Target;
        if (Url is not null)
        {
            return;
        }

        Url = suite.AliasUrl(function, alias);
        Answered = answered => Count(answered, function, alias);
        suite.Answered += Answered;
        _generator = IsOfOthers ? null : new TrafficGenerator(_http, Url, rate, payload, Lose, time);
        _running = _generator?.RunAsync(_stop.Token) ?? Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        suite.Answered -= Answered;
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
    }

    private void Count(AnsweredInvocation answered, string function, string alias)
    {
        if (answered.Function == function && answered.Qualifier == alias)
        {
            Tally.Count(answered.Result.ExecutedVersion, answered.Result.FunctionError is null ? null : FailureText.OfPayload(answered.Result.Payload));
        }
    }

    // What a version answers with is told by the suite's narration.
    private void Lose(string why)
    {
        if (Tally.Count(VersionOrder.NoVersion, why))
        {
            screen.Line("Failed", $"{VersionOrder.Name(VersionOrder.NoVersion)} answered: {why}", Tone.Bad);
        }
    }
}
