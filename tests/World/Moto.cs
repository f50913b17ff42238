namespace Sluice.World;

/// <summary>A stand-in for AWS's services, started for the tests that ask for it and ended with the run.</summary>
public sealed class Moto : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private MotoServer? _server;

    /// <summary>Where it listens; the test is skipped if it is not installed.</summary>
    public async Task<Uri> UrlAsync()
    {
        var program = MotoServer.Find(Environment.GetEnvironmentVariable("PATH"));
        Assert.SkipUnless(program is not null, $"{MotoServer.Program} is not on PATH: install it with pip install 'moto[server]'");
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _server ??= await MotoServer.StartAsync(program!);
            return _server.Url;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _gate.Dispose();
    }
}
