namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>A project's webhook as it is stored, with its project.</summary>
/// <param name="Webhook">As it is answered, but for its address.</param>
/// <param name="SealedSecret">The secret, as an <see cref="Platform.Access.ISecretBox"/> gave it for the project's id.</param>
public sealed record StoredWebhook(Webhook Webhook, string SealedSecret);
