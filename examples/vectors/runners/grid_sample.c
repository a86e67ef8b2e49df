/*
 * Bilinear and nearest grid_sample of images in C, written from FORMAT.md alone.
 *
 *     cc -O2 grid_sample.c -o grid-sample -lm
 *     ./grid-sample vectors/grid_sample/kink.cases.json > answers/c.json
 *
 * Without files it is a runner: vectors come in on stdin, one a line, and answers go out on stdout.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 16 };
static const char *SAMPLER = "{\"name\":\"C, from the page\",\"version\":\"1\",\"ran\":\"float32\"}";

/* What stands behind "name": in a line of JSON, or NULL. */
static const char *member(const char *line, const char *name) {
  char key[32];
  snprintf(key, sizeof key, "\"%s\":", name);
  const char *found = strstr(line, key);
  return found ? found + strlen(key) : NULL;
}

static int is(const char *line, const char *name, const char *value) {
  const char *found = member(line, name);
  return found && strncmp(found, value, strlen(value)) == 0;
}

/* The numbers of an array; strtof knows NaN and Infinity, which stand in quotes. */
static int numbers(const char *at, float *out) {
  int count = 0;
  for (at = strchr(at, '[') + 1; *at != ']' && count < MOST;) {
    char *end;
    out[count++] = strtof(at + (*at == '"'), &end);
    at = end + (*end == '"');
    at += *at == ',';
  }
  return count;
}

/* x modulo a period, not negative. */
static float modulo(float x, float period) {
  float rest = fmodf(x, period);
  return rest < 0 ? rest + period : rest;
}

/* Where padding moves a coordinate to. */
static float moved(const char *line, float x, int size) {
  float last = size - 1;
  if (is(line, "padding_mode", "\"border\"")) return fminf(fmaxf(x, 0), last);
  if (is(line, "padding_mode", "\"wrap\"")) return modulo(x, size);
  if (!is(line, "padding_mode", "\"reflection\"")) return x;
  if (is(line, "align_corners", "true")) {
    float within = size == 1 ? 0 : modulo(x, 2 * last);
    return within > last ? 2 * last - within : within;
  }
  float within = modulo(x + 0.5f, 2 * size);
  return fminf(fmaxf((within > size ? 2 * size - within : within) - 0.5f, 0), last);
}

/* The two pixels of one axis that are read, -1 for none, and their weights. */
static void taps(const char *line, float g, int size, int pixel[2], float weight[2]) {
  float x = is(line, "align_corners", "true") ? (g + 1) / 2 * (size - 1) : ((g + 1) * size - 1) / 2;
  if (isfinite(x)) x = moved(line, x, size);
  int nearest = is(line, "mode", "\"nearest\"");
  float first = nearest ? rintf(x) : floorf(x);
  weight[1] = nearest ? 0 : x - first;
  weight[0] = 1 - weight[1];
  for (int k = 0; k < 2; k++) {
    float tap = is(line, "padding_mode", "\"wrap\"") ? modulo(first + k, size) : first + k;
    pixel[k] = tap >= 0 && tap < size ? (int)tap : -1;
  }
}

static void print(const char *name, const float *data, int count) {
  printf("\"%s\":[", name);
  for (int i = 0; i < count; i++) {
    const char *word = isnan(data[i]) ? "\"NaN\"" : data[i] > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    if (i) putchar(',');
    if (isfinite(data[i])) printf("%.9g", data[i]);
    else fputs(word, stdout);
  }
  putchar(']');
}

static void answer(const char *line) {
  static float shape[8], image[MOST], grid[MOST], dy[MOST], output[MOST], d_image[MOST];
  const char *image_at = member(line, "image"), *grid_at = member(line, "grid"), *dy_at = member(line, "dy");
  if (!image_at || !grid_at || numbers(member(image_at, "shape"), shape) != 4 || is(line, "mode", "\"bicubic\"")) {
    printf("{\"unsupported\":\"bilinear and nearest grid_sample of images only\"}");
    return;
  }
  int N = shape[0], C = shape[1], H = shape[2], W = shape[3];
  int pixels = numbers(member(image_at, "data"), image), points = numbers(member(grid_at, "data"), grid) / 2 / N;
  numbers(member(dy_at, "data"), dy);
  memset(output, 0, sizeof output);
  memset(d_image, 0, sizeof d_image);
  for (int n = 0; n < N; n++) {
    for (int p = 0; p < points; p++) {
      int x[2], y[2];
      float wx[2], wy[2];
      const float *point = grid + 2 * (n * points + p);
      taps(line, point[0], W, x, wx);
      taps(line, point[1], H, y, wy);
      for (int c = 0; c < C; c++) {
        int out = (n * C + c) * points + p;
        for (int k = 0; k < 4; k++) {
          float weight = wx[k % 2] * wy[k / 2];
          if (x[k % 2] < 0 || y[k / 2] < 0 || weight == 0) continue;
          int at = ((n * C + c) * H + y[k / 2]) * W + x[k % 2];
          output[out] += weight * image[at];
          d_image[at] += weight * dy[out];
        }
      }
    }
  }
  putchar('{');
  print("output", output, N * C * points);
  putchar(',');
  print("d_image", d_image, pixels);
  putchar('}');
}

/* Answers every line that holds a vector. */
static void answer_all(FILE *file, const char *before, const char *between, const char *after) {
  char *line = NULL;
  size_t room = 0;
  static int count;
  while (getline(&line, &room, file) > 0) {
    const char *id = member(line, "id");
    if (!id) continue;
    if (count++ && *after == 0) putchar(',');
    printf("%s%.*s%s", before, (int)(strchr(id + 1, '"') - id + 1), id, between);
    answer(line);
    puts(after);
    fflush(stdout);
  }
  free(line);
}

int main(int argc, char **argv) {
  if (argc == 1) {
    printf("{\"sampler\":%s}\n", SAMPLER);
    fflush(stdout);
    answer_all(stdin, "{\"id\":", ",\"answer\":", "}");
    return 0;
  }
  printf("{\"version\":1,\"sampler\":%s,\"answers\":{\n", SAMPLER);
  for (int k = 1; k < argc; k++) {
    FILE *file = fopen(argv[k], "r");
    if (!file) return perror(argv[k]), 1;
    answer_all(file, "", ":", "");
    fclose(file);
  }
  puts("}}");
  return 0;
}
