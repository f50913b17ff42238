namespace Sluice.Deployments.Keys;

/// <summary>Where applications are in the table: the record under the id, and a reference to it under the name.</summary>
internal static class ApplicationKeys
{
    /// <summary>The partition of names, in whose order applications are listed.</summary>
    public const string Names = "APPLICATIONS";

    public static Key Name(string applicationName) => new(Names, applicationName);

    public static Key Application(string applicationId) => new(Partition(applicationId), "APPLICATION");

    /// <summary>The partition of an application and of what belongs to it.</summary>
    public static string Partition(string applicationId) => $"APPLICATION#{applicationId}";

    /// <summary>Fails a transaction if the application is gone or going.</summary>
    public static CheckItem IsThere(string applicationId) => new(Application(applicationId), Condition.Exists & Condition.Lacks("deletingSince"));
}
