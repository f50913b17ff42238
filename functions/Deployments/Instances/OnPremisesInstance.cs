namespace Sluice.Deployments.Instances;

/// <summary>An on-premises instance as it is stored, registered or not any more.</summary>
/// <param name="InstanceName">Unique.</param>
/// <param name="InstanceArn">Of this registration.</param>
/// <param name="RegisterTime">When it was registered.</param>
public sealed record OnPremisesInstance(string InstanceName, string InstanceArn, DateTimeOffset RegisterTime)
{
    /// <summary>The user in whose name it signs; null if a session does.</summary>
    public string? IamUserArn { get; init; }

    /// <summary>The session in whose name it signs; null if a user does.</summary>
    public string? IamSessionArn { get; init; }

    /// <summary>When it was deregistered; null while it is registered.</summary>
    public DateTimeOffset? DeregisterTime { get; init; }

    /// <summary>Its tags, in the order of their keys.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The one identity that it has.</summary>
    internal string Identity() => IamUserArn ?? IamSessionArn!;
}
