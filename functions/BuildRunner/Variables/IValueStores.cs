namespace Sluice.BuildRunner.Variables;

/// <summary>What keeps variables' values.</summary>
internal interface IValueStores
{
    /// <summary>Parameters of Systems Manager, decrypted, by the names that were asked for. Those that do not exist are left out.</summary>
    /// <param name="names">At most ten.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StoreException">None of them can be read.</exception>
    Task<IReadOnlyDictionary<string, string>> ParametersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>A secret's text.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    Task<string> SecretAsync(string id, string? stage, string? version, CancellationToken cancellationToken);
}
