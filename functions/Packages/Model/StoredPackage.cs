namespace Sluice.Packages.Model;

/// <summary>What is kept of a package in a repository beside its versions.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Namespace">Null where there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Publish">Whether versions may be published to it.</param>
/// <param name="Upstream">Whether versions may be taken from upstream.</param>
public sealed record StoredPackage(PackageFormat Format, string? Namespace, string Name, AllowPublish Publish, AllowUpstream Upstream)
{
    /// <summary>Rises with every change of a version or tag: what was made of them is good while it stays.</summary>
    public long Changes { get; init; }
}
