using Sluice.Deployments.Platforms.Lambda.Releases;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.Strategies;

public sealed class DeploySettingsReaderTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Alarms", string.Join(',', Enumerable.Range(0, 11).Select(n => $"alarm-{n}")), "11 alarms; expected at most 10" },
        { "Alarms", new string('a', 256), "is longer than an alarm's name may be (255)" },
        { "ErrorAlarm", "0%", "a share of failed requests such as '5%' was expected, not '0%'" },
        { "ErrorAlarm", "101%", "a share of failed requests such as '5%' was expected, not '101%'" },
        { "AlarmPeriodSeconds", "45", "one of 1, 5, 10, 20, 30, 60, 120, 180, 240, 300 (seconds) was expected, not '45'" },
        { "IgnorePollAlarmFailure", "perhaps", "one of false, true was expected, not 'perhaps'" },
        { "InsufficientData", "IGNORE", "one of CONTINUE, WAIT, STOP was expected, not 'IGNORE'" },
        { "TooFewRequests", "IGNORE", "one of FAIL, CONTINUE was expected, not 'IGNORE'" },
        { "TooFewRequestsWait", "49h", "at most 48h, was expected, not '49h'" },
        { "DefaultStrategy", "Sometimes", "'Sometimes' is no strategy" },
        { "FinalBake", "soon", "at most 48h, was expected, not 'soon'" },
        { "FinalBake", "49h", "at most 48h, was expected, not '49h'" },
        { "AutoRollbackEvents", "DEPLOYMENT_FAILURE,SOMETIMES", "DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM, DEPLOYMENT_STOP_ON_REQUEST divided by commas, were expected, not 'SOMETIMES'" },
        { "HookTimeoutSeconds", "0", "1 to 172800 (seconds) was expected, not '0'" },
        { "HookTimeoutSeconds", "172801", "1 to 172800 (seconds) was expected, not '172801'" },
        { "DeployStrategy", "Sometimes", "'Sometimes' is no strategy" },
        { "Strategy", "AllAtOnce", "is not known here; expected one of FunctionName, FunctionAlias, DeployStrategy" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_told_with_its_key_and_what_was_expected(string key, string value, string says)
    {
        var fault = Should.Throw<InvalidDocumentException>(() => DeploySettingsReader.Read(new Dictionary<string, string> { [key] = value })).Faults.ShouldHaveSingleItem();

        (fault.File, fault.Path).ShouldBe(("action configuration", key));
        fault.Message.ShouldContain(says);
    }
}
