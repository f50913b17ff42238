namespace Sluice.Deployments.Keys;

/// <summary>Where on-premises instances are in the table.</summary>
internal static class InstanceKeys
{
    /// <summary>The partition of names, in whose order they are listed.</summary>
    public const string Names = "ONPREMISESINSTANCES";

    public static Key Instance(string name) => new(Names, name);

    /// <summary>Which instance has an identity; it is one.</summary>
    public static Key Identity(string arn) => new($"ONPREMISESIDENTITY#{arn}", "INSTANCE");
}
