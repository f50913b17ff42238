namespace Sluice.Platform.Protocol.Models;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name in the model, which is its name in JSON.</param>
/// <param name="Shape">What its values are.</param>
/// <param name="Location">Where a REST request or answer has it: <c>uri</c>, <c>querystring</c>, <c>header</c>, <c>headers</c> (a map, each entry a header), <c>statusCode</c>; null is the body.</param>
/// <param name="LocationName">Its name there, or for <c>headers</c> what their names begin with; null is the member's own.</param>
/// <param name="TimestampFormat"><c>iso8601</c>, <c>rfc822</c> or <c>unixTimestamp</c>; null is what the location has.</param>
public sealed record Member(string Name, Shape Shape, string? Location, string? LocationName, string? TimestampFormat = null)
{
    /// <summary>What it is called where it is.</summary>
    public string NameThere => LocationName ?? Name;
}
