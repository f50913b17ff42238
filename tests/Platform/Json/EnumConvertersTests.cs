using System.Text.Json;
using System.Text.Json.Serialization;
using Shouldly;
using Sluice.Platform.Json;
using Xunit;

namespace Sluice.Platform.Tests.Json;

public class EnumConvertersTests
{
    private enum Colour
    {
        Red,

        [JsonStringEnumMemberName("DARK-BLUE")]
        DarkBlue,
    }

    [Theory]
    [InlineData("""{"always":"Red"}""", Colour.Red, null)]
    [InlineData("""{"always":"DARK-BLUE","perhaps":"Red"}""", Colour.DarkBlue, Colour.Red)]
    public void Are_written_by_name_and_left_out_when_absent(string json, object always, object? perhaps) =>
        JsonSerializer.Serialize(new Paint((Colour)always, (Colour?)perhaps), SluiceJson.Options).ShouldBe(json);

    [Theory]
    [InlineData("""{"always":"red","perhaps":"dark-blue"}""", Colour.Red, Colour.DarkBlue)]
    [InlineData("""{"always":"Red","perhaps":null}""", Colour.Red, null)]
    public void Are_read_in_any_case(string json, object always, object? perhaps) =>
        JsonSerializer.Deserialize<Paint>(json, SluiceJson.Options).ShouldBe(new Paint((Colour)always, (Colour?)perhaps));

    [Theory]
    [InlineData("""{"always":"DarkBlue"}""")]
    [InlineData("""{"always":"Green"}""")]
    [InlineData("""{"always":"Red","perhaps":"1"}""")]
    [InlineData("""{"always":1}""")]
    [InlineData("""{"always":"Red","perhaps":0}""")]
    [InlineData("""{"always":null}""")]
    [InlineData("""{"always":"Red,DARK-BLUE"}""")]
    public void Anything_else_is_refused_with_its_place(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Paint>(json, SluiceJson.Options)).Path.ShouldBeOneOf("$.always", "$.perhaps");

    [Fact]
    public void What_is_no_member_is_not_written() =>
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Paint((Colour)7, null), SluiceJson.Options)).Message.ShouldContain("7 is no member of Colour");

    [Fact]
    public void Are_names_of_a_map()
    {
        var counts = new Dictionary<Colour, int> { [Colour.DarkBlue] = 2 };
        var json = JsonSerializer.Serialize(counts, SluiceJson.Options);
        json.ShouldBe("""{"DARK-BLUE":2}""");
        JsonSerializer.Deserialize<Dictionary<Colour, int>>(json, SluiceJson.Options).ShouldBe(counts);
    }

    private sealed record Paint(Colour Always, Colour? Perhaps);
}
