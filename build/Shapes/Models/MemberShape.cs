namespace Sluice.Shapes.Models;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name in the model, which is its name in JSON.</param>
/// <param name="Type">Its type in C#, without a question mark.</param>
/// <param name="Summary">What its values must keep to.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsSensitive">Whether its values may not be shown.</param>
/// <param name="IsStream">Whether it is a body of any length, which is in no JSON.</param>
internal sealed record MemberShape(string Name, string Type, string Summary, bool IsRequired, bool IsSensitive, bool IsStream);
