namespace Sluice.BuildContract.Jobs;

/// <summary>Where an artifact goes. What is in it says the buildspec.</summary>
public sealed record JobArtifact
{
    /// <summary>Of a secondary artifact; null of the primary.</summary>
    public string? Identifier { get; init; }

    /// <summary>Whether it is for a pipeline: a zip below the build's output. Else it goes to a user's bucket.</summary>
    public bool ForPipeline { get; init; }

    /// <summary>The user's bucket; null for a pipeline.</summary>
    public string? Bucket { get; init; }

    /// <summary>A key's beginning, before the build's id and the name; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the build's id is part of the key.</summary>
    public bool NamespaceByBuildId { get; init; }

    /// <summary>The zip's name, or the folder's; <c>/</c> for the bucket's root. Null for the project's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the buildspec's <c>artifacts.name</c> beats <see cref="Name"/>.</summary>
    public bool OverrideName { get; init; }

    /// <summary>Whether it is one zip; else each file is an object.</summary>
    public bool IsZip { get; init; }
}
