using System.Text;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.Tests.StateMachines.Values;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("\"😀 é \\u2028 \\u2029 \\u00a0 \\u007f \\ufeff < > & ' + `\"", "\"😀 é \u2028 \u2029 \u00a0 \u007f \ufeff < > & ' + `\"")]
    [InlineData("""{"😀": "\ud83d\ude00", "a\/b": "\u0041"}""", """{"😀":"😀","a/b":"A"}""")]
    [InlineData("""["\u0000\u001f\b\t\n\f\r\"\\"]""", """["\u0000\u001f\b\t\n\f\r\"\\"]""")]
    [InlineData("""[1.0, -0, 1e3, true, false, null, {}, [], ""]""", """[1.0,-0,1e3,true,false,null,{},[],""]""")]
    public void Escapes_only_what_JSON_does_not_allow(string json, string expected)
    {
        var data = Data.Parse(json);

        data.ToString().ShouldBe(expected);
        data.Size.ShouldBe(Encoding.UTF8.GetByteCount(expected));
    }
}
