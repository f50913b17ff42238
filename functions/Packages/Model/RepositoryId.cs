namespace Sluice.Packages.Model;

/// <summary>A repository, by its domain and its name.</summary>
public sealed record RepositoryId(string Domain, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Domain}/{Name}";
}
