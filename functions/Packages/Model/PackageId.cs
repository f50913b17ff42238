namespace Sluice.Packages.Model;

/// <summary>A package in a repository, by the names that its format keeps it under: normalised, where the format does.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Format">The format.</param>
/// <param name="Namespace">npm's scope without its <c>@</c>, Maven's group, Swift's scope, a namespace of generic packages; null where there is none.</param>
/// <param name="Name">Its name.</param>
public sealed record PackageId(string Domain, string Repository, PackageFormat Format, string? Namespace, string Name)
{
    /// <summary>The repository that it is in.</summary>
    public RepositoryId Home => new(Domain, Repository);

    /// <summary>The same package in another repository of the domain.</summary>
    public PackageId In(string repository) => this with { Repository = repository };

    /// <summary>As its own tools write it.</summary>
    public string Written => (Format, Namespace) switch
    {
        (_, null) => Name,
        (PackageFormat.npm, _) => $"@{Namespace}/{Name}",
        (PackageFormat.maven, _) => $"{Namespace}:{Name}",
        (PackageFormat.swift, _) => $"{Namespace}.{Name}",
        _ => $"{Namespace}/{Name}",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Format} package {Written} in {Domain}/{Repository}";
}
