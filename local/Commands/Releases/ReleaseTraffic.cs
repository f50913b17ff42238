using System.Globalization;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Releases;

/// <summary>The command's own requests: they begin when the alias is known and go on until the command ends.</summary>
internal sealed class ReleaseTraffic(Suite suite, IScreen screen, double rate, string payload, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan ShowEvery = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) };
    private TrafficGenerator? _generator;
    private Task _running = Task.CompletedTask;

    public RequestTally Tally { get; } = new();

    /// <summary>The alias's URL, once it is known.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Completes when every request that was sent so far is counted.</summary>
    public Task UnderWay => _generator?.UnderWay ?? Task.CompletedTask;

    /// <summary>Begins as soon as the deployment names its alias; a second call changes nothing.</summary>
    public async Task StartForAsync(DeploymentWatch watch)
    {
        var (function, alias) = await watch.Target;
        if (Url is not null)
        {
            return;
        }

        Url = suite.AliasUrl(function, alias);
        screen.Line("Try it", $"curl -s -d '{{}}' {Url}", Tone.Quiet);
        if (rate > 0)
        {
            _generator = new TrafficGenerator(_http, Url, rate, payload, Tally, time);
            _running = Task.WhenAll(_generator.RunAsync(_stop.Token), ShowAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        screen.ClearStatus();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task ShowAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (!Tally.Versions.IsEmpty)
            {
                screen.Status("Requests", Describe());
            }

            await Task.Delay(ShowEvery, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private string Describe() => string.Join("   ", Tally.Versions.Select(entry => string.Create(
        CultureInfo.InvariantCulture, $"{VersionOrder.Name(entry.Key)}: {entry.Value.Requests} ({entry.Value.Failed} failed)")));
}
