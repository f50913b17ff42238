namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>A file of a revision: its name, by which its faults are told, and its bytes.</summary>
internal sealed record BundledFile(string Name, byte[] Content);
