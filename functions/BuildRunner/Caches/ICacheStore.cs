namespace Sluice.BuildRunner.Caches;

/// <summary>Where caches are kept. Names are parts of letters, digits and a few signs, divided by slashes.</summary>
internal interface ICacheStore
{
    /// <returns>Null if there is none.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether it is there; whoever asks uses it, and it stays for a while yet.</summary>
    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps it, whole or not at all.</summary>
    Task PutAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>The names that begin so, the newest first.</summary>
    Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Throws away what nobody has used for a long time.</summary>
    Task TidyAsync(CancellationToken cancellationToken);
}
