namespace Sluice.Platform.Api;

/// <summary>By what a listing of resources is sorted.</summary>
public enum ResourceOrder
{
    /// <summary>Their names.</summary>
    Name,

    /// <summary>When they were made.</summary>
    Created,

    /// <summary>When they were changed last.</summary>
    LastModified,
}
