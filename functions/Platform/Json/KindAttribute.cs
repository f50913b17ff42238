namespace Sluice.Platform.Json;

/// <summary>Names one of the classes of a closed hierarchy (<see cref="KindsAttribute"/>) in JSON.</summary>
/// <param name="name">The value of the member <c>kind</c>; stored, so it never changes.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string name) : Attribute
{
    /// <summary>The value of the member <c>kind</c>.</summary>
    public string Name { get; } = name;
}
