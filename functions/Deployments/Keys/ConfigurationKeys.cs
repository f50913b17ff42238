namespace Sluice.Deployments.Keys;

/// <summary>Where users' configurations are in the table.</summary>
internal static class ConfigurationKeys
{
    /// <summary>The partition of names, in whose order they are listed.</summary>
    public const string Names = "DEPLOYMENTCONFIGS";

    /// <summary>The attribute that counts the groups that use it.</summary>
    public const string Uses = "uses";

    public static Key Configuration(string name) => new(Names, name);
}
