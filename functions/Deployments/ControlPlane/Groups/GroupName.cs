using Sluice.Deployments.ControlPlane.Applications;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>A group's name, which is unique in its application.</summary>
/// <param name="ApplicationId">Whose group it is.</param>
/// <param name="Name">The group's own name.</param>
public sealed record GroupName(string ApplicationId, string Name)
{
    /// <summary>For people: what the application is called. It makes no other name of it.</summary>
    public string ApplicationName { get; init; } = "";

    /// <summary>The name of a group of this application.</summary>
    public static GroupName In(Application application, string name) => new(application.ApplicationId, name) { ApplicationName = application.ApplicationName };

    /// <inheritdoc/>
    public bool Equals(GroupName? other) => other is not null && (ApplicationId, Name) == (other.ApplicationId, other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => (ApplicationId, Name).GetHashCode();
}
