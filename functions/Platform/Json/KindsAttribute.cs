namespace Sluice.Platform.Json;

/// <summary>
/// Says that a class stands for a closed hierarchy: every class of its assembly that derives from it has a <see cref="KindAttribute"/>, and JSON has the member <c>kind</c>
/// that tells them apart. So the base does not name its classes, and another kind is another class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindsAttribute : Attribute
{
    /// <summary>The member that names the kind.</summary>
    public const string Member = "kind";
}
