namespace Sluice.Benchmarks.Packages;

/// <summary>A registry of npm's that runs as a program of its own.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Address">Its address, with a slash at its end.</param>
/// <param name="Token">What clients sign in with; null if it lets everyone in.</param>
/// <param name="ProcessId">The program's.</param>
/// <param name="Ends">Ends it, and takes its files away.</param>
internal sealed record RegistryUnderTest(string Name, Uri Address, string? Token, int ProcessId, Func<Task> Ends) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Ends();
}
