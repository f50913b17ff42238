namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>A fault of a request in the words of PutMetricData, which has errors of its own.</summary>
/// <param name="Error">The error's name as a machine sees it.</param>
/// <param name="Message">With the parameter's place, e.g. <c>MetricData.member.1.Value</c>.</param>
internal sealed record RequestFault(string Error, string Message)
{
    private const string InvalidValue = "CloudWatch.InvalidParameterValueException";

    public static RequestFault Missing(string parameter) => new("CloudWatch.MissingRequiredParameterException", $"The parameter {parameter} is required.");

    public static RequestFault Combination(string message) => new("CloudWatch.InvalidParameterCombinationException", message);

    public static RequestFault Value(string value, string parameter) => Invalid($"The value {value} for parameter {parameter} is invalid.");

    public static RequestFault NoneOf(string parameter, IEnumerable<string> values) => Invalid($"The parameter {parameter} must be a value in the set [ {string.Join(", ", values)} ].");

    public static RequestFault TooMany(string parameter, double most) => Invalid($"The collection {parameter} must not have a size greater than {most}.");

    public static RequestFault Invalid(string message) => new(InvalidValue, message);
}
