namespace Sluice.Platform.Actions;

/// <summary>A variable of an action's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, or the secret's name or ARN.</param>
/// <param name="Type"><c>PLAINTEXT</c> or <c>SECRETS_MANAGER</c>.</param>
public sealed record ActionVariable(string Name, string Value, string Type = "PLAINTEXT");
