using System.Text.RegularExpressions;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What the model finds in a PutMetricData, in that operation's words: it is the one that kept those of the query protocol.</summary>
internal static partial class MetricDataFaults
{
    public static RequestFault Of(ModelFault fault)
    {
        var parameter = Element().Replace(fault.At, "member.${index}");
        return fault switch
        {
            { IsMissing: true } => RequestFault.Missing(parameter),
            { Shape: { Type: ShapeType.Double }, Value: { } shown } => RequestFault.Value(shown.Trim('\''), parameter),
            { Shape: { Type: ShapeType.List, Max: { } most } } when fault.Value is not null => RequestFault.TooMany(parameter, most),
            { Shape.Enum: { Count: > 0 } values } => RequestFault.NoneOf(parameter, values),
            _ => RequestFault.Invalid($"The parameter {parameter} is invalid: {fault.Constraint}."),
        };
    }

    [GeneratedRegex(@"(?<index>\d+)\.member", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();
}
